package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sort"

	"dateline/data"
)

// files is what dateline knows: the built-in files, and those of --data laid over them.
func (s *settings) files() (fs.FS, error) {
	if s.data == "" {
		return data.Files, nil
	}
	info, err := os.Stat(s.data)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s: not a folder", s.data)
	}
	return overlay{os.DirFS(s.data), data.Files}, nil
}

// overlay shows the files of over and, where over has none of that name, those of under. Folders hold the files of both.
type overlay struct{ over, under fs.FS }

// Open opens a file of the upper layer if it is there; a folder opens as the upper one, ReadDir joins the two.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadFile keeps the built-in files free of copying where embed.FS allows it.
func (o overlay) ReadFile(name string) ([]byte, error) {
	b, err := fs.ReadFile(o.over, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.under, name)
	}
	return b, err
}

// ReadDir lists a folder of both layers, sorted by name; an entry of the upper one hides the other's.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, err2 := fs.ReadDir(o.under, name)
	if err2 != nil && (err != nil || !errors.Is(err2, fs.ErrNotExist)) {
		return nil, err2
	}
	seen := map[string]bool{}
	all := upper
	for _, e := range upper {
		seen[e.Name()] = true
	}
	for _, e := range lower {
		if !seen[e.Name()] {
			all = append(all, e)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name() < all[j].Name() })
	return all, nil
}
