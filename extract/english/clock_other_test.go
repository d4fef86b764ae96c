//go:build !unix

package english_test

import "time"

var begin = time.Now()

// clock is the time that has passed, where there is no count of processor time.
func clock() time.Duration { return time.Since(begin) }
