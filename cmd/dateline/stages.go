package main

import (
	"dateline/extract"
	"dateline/extract/clauses"
	"dateline/extract/events"
	"dateline/extract/parser"
	"dateline/extract/rules"
	"dateline/extract/segment"
	"dateline/extract/tagger"
	"dateline/extract/timex"
)

// stages loads the models and rules: only commands that read articles call it.
func (s *settings) stages() (extract.Pipeline, error) {
	files, err := s.files()
	if err != nil {
		return nil, err
	}
	set, err := rules.Load(files)
	if err != nil {
		return nil, err
	}
	var p extract.Pipeline
	sg, err := segment.New(files)
	if err != nil {
		return nil, err
	}
	tg, err := tagger.New(files)
	if err != nil {
		return nil, err
	}
	ps, err := parser.New(files)
	if err != nil {
		return nil, err
	}
	tx, err := timex.New(files)
	if err != nil {
		return nil, err
	}
	ev, err := events.New(set, files)
	if err != nil {
		return nil, err
	}
	p = append(p, sg.Stage(), tg.Stage(), ps.Stage(), tx.Stage(), clauses.New(set).Stage(), ev.Stage())
	return p, nil
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
