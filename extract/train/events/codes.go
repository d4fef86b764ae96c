package events

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// Table gives the PLOVER categories of event codes.
type Table struct {
	cameo map[string]string
	weis  map[string]string // nil: the codes are CAMEO
}

// ReadTable reads the table from CAMEO to PLOVER: lines such as "042: CONSULT, visit, # Make a visit".
func ReadTable(files fs.FS, name string) (*Table, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t := &Table{cameo: map[string]string{}}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		code, rest, ok := strings.Cut(lines.Text(), ":")
		category, _, _ := strings.Cut(rest, ",")
		if category = strings.TrimSpace(category); ok && digits(code) && category != "" {
			if t.cameo[code] == "" {
				t.cameo[code] = category
			}
		}
	}
	if len(t.cameo) == 0 {
		return nil, fmt.Errorf("%s:1:1: no line of the form CODE: CATEGORY, …", name)
	}
	return t, lines.Err()
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// weis are the categories of the root codes of the World Event/Interaction Survey (McClelland 1976), CAMEO's forerunner,
// in the words of PLOVER.
var weis = map[string]string{
	"01": "RETREAT", "02": "", "03": "CONSULT", "04": "SUPPORT", "05": "AGREE", "06": "SUPPORT", "07": "AID", "08": "AGREE",
	"09": "REQUEST", "10": "REQUEST", "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE", "14": "REJECT", "15": "REQUEST",
	"16": "THREATEN", "17": "THREATEN", "18": "MOBILIZE", "19": "SANCTION", "191": "REJECT", // planned event cancelled
	"20": "SANCTION", "21": "COERCE", "22": "ASSAULT",
}

// Older is t for records whose codes are in part those of WEIS, from which TABARI's validation set was taken over: a
// code then stands for either of its readings.
func (t *Table) Older() *Table { return &Table{cameo: t.cameo, weis: weis} }

// Categories are the categories that code may stand for; ok is false where the code belongs to no scheme. Comments and
// statements (roots 01 and 02) are of no category.
func (t *Table) Categories(code string) (categories []string, ok bool) {
	if !digits(code) || len(code) < 2 {
		return nil, false
	}
	if c := t.cameo[code]; c != "" {
		categories, ok = append(categories, c), true
	}
	if root := code[:2]; t.weis != nil && len(code) < 4 {
		c, known := t.weis[code]
		if !known {
			c, known = t.weis[root]
		}
		if ok = ok || known; c != "" {
			categories = append(categories, c)
		}
	}
	return categories, ok || code[:2] == "01" || code[:2] == "02"
}
