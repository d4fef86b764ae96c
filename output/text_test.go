package output

import (
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	Timeline(os.Stdout, autumn(t), Options{Quotes: false})
}
