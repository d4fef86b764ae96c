package main

import (
	"dateline/extract"
	"dateline/extract/english"
)

// stages loads the models and rules: only commands that read articles call it.
func (s *settings) stages() (extract.Pipeline, error) {
	files, err := s.files()
	if err != nil {
		return nil, err
	}
	return english.New(files)
}

// upTo is the stages as far as one of them fills a layer of needs; what comes behind would be work for nothing.
func upTo(stages extract.Pipeline, needs extract.Layer) extract.Pipeline {
	last := 0
	for i, s := range stages {
		if s.Fills&needs != 0 {
			last = i + 1
		}
	}
	return stages[:last]
}
