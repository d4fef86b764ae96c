package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
)

// database is the sqlite3 program. Where there is none the test is skipped, but not where DATELINE_SQLITE says that
// there must be one. (A driver in Go would be a hundred times as much code as the rest of the tests needs.)
func database(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("sqlite3")
	switch {
	case err != nil && os.Getenv("DATELINE_SQLITE") == "required":
		t.Fatal("no sqlite3 here, and DATELINE_SQLITE=required")
	case err != nil:
		t.Skip("no sqlite3 here: tables are not read by a database")
	}
	return path
}

// TestSQLite: a database takes our tables as they are, has each cell as a reader of CSV has it, and finds both ends of
// each edge.
func TestSQLite(t *testing.T) {
	sqlite := database(t)
	for name, g := range map[string]*graph.Graph{"autumn": autumn(t), "nasty": besieged(nasty())} {
		for _, format := range []string{"csv", "timesketch", "neo4j"} {
			f, _ := Lookup(format)
			dir := t.TempDir()
			for _, part := range unpack(t, f, write(t, f, g, Options{})) {
				path := filepath.Join(dir, part.Name)
				if err := os.WriteFile(path, part.Data, 0o600); err != nil {
					t.Fatal(err)
				}
				equalRows(t, name+" "+part.Name, part.Data, query(t, sqlite, ".import --csv "+path+" it", "SELECT * FROM it"))
			}
			if format == "csv" {
				loose := query(t, sqlite, ".cd "+dir, ".import --csv edges.csv edges", ".import --csv events.csv events", ".import --csv entities.csv entities", looseEdges)
				if len(loose) > 0 {
					t.Errorf("%s: %d edges hang loose, first %v", name, len(loose), loose[0])
				}
			}
		}
	}
}

// looseEdges finds the edges of which an end is neither an event nor an entity.
const looseEdges = `WITH ids AS (SELECT id FROM events UNION SELECT id FROM entities)
SELECT * FROM edges WHERE source NOT IN ids OR target NOT IN ids`

// query runs commands in an empty database and gives the rows that the last one finds.
func query(t *testing.T, sqlite string, commands ...string) (rows []map[string]string) {
	t.Helper()
	last := len(commands) - 1
	script := strings.Join(commands[:last], "\n") + "\n.mode json\n" + commands[last] + ";\n"
	var out, faults bytes.Buffer
	c := exec.Command(sqlite, "-batch", "-bail", ":memory:")
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(script), &out, &faults
	if err := c.Run(); err != nil || faults.Len() > 0 {
		t.Fatalf("%s: %v: %s", commands[0], err, faults.String())
	}
	if out.Len() == 0 {
		return nil
	}
	if err := json.Unmarshal(out.Bytes(), &rows); err != nil {
		t.Fatalf("%s: %v", commands[0], err)
	}
	return rows
}

// equalRows wants the rows of a database to be those of a table.
func equalRows(t *testing.T, name string, table []byte, rows []map[string]string) {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(records) == 0 {
		t.Fatalf("%s: %d rows, %v", name, len(records), err)
	}
	equal(t, name+": rows", len(rows), len(records)-1)
	for i, row := range rows {
		for k, column := range records[0] {
			if want := records[i+1][k]; row[column] != want {
				t.Errorf("%s, row %d, %s: %q, want %q", name, i+1, column, row[column], want)
				return
			}
		}
	}
}
