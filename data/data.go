// Package data is what dateline knows: rules, word lists, models and sample articles, embedded in the program. It holds
// no code beyond the embedding; who wants to change what dateline knows opens this folder and needs no Go.
package data

import "embed"

// Files is the folder as it stood when the program was built: rules/, lexicon/, models/, samples/.
//
//go:embed rules lexicon models samples
var Files embed.FS
