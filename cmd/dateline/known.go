package main

import (
	"os"

	"dateline/extract"
	"dateline/graph"
)

// stages is the pipeline, with a stage in front that hands each article the dates of --known.
func (r *reading) stages() (extract.Pipeline, error) {
	stages, err := r.settings.stages()
	if err != nil || r.known == "" {
		return stages, err
	}
	f, err := os.Open(r.known)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	known, err := graph.ReadKnown(r.known, f)
	if err != nil {
		return nil, placedIn(r.known, err)
	}
	first := extract.Stage{
		Name: "known", Doc: "the dates that the user gives for named events",
		Run: func(d *extract.Document) error { d.Known = known; return nil },
	}
	return append(extract.Pipeline{first}, stages...), nil
}
