package timex

import (
	"fmt"
	"strconv"
)

// field is one part of a sense. Which parts a word brings stands in rules/times/words.tsv by these names.
type field uint8

// The fields. Years count as in graph.Date; units and mods are codes of the tables below.
const (
	fNone     field = iota
	fYear           // 2015
	fShort          // two digits of a year: '89
	fEra            // 1 = BC
	fMonth          // 1…12
	fDay            // 1…31
	fWeekday        // 1 = Monday
	fSeason         // 1 = spring
	fQuarter        // 1…4
	fHalf           // 1…2
	fDecade         // 198 = the 1980s; 8 = the eighties
	fCentury        // 20 = the 20th century
	fHoliday        // number in holidays.tsv, from 1
	fPart           // part of the day
	fHour           // 0…24
	fMinute         // 0…59
	fSecond         // 0…59
	fHalfday        // 1 = a.m., 2 = p.m.
	fZone           // number in the zone table, from 1
	fCount          // amount in thousandths, -1 = several
	fMore           // upper amount in thousandths: 12 to 18
	fUnit           // code of units
	fRel            // -1 last, 0 this, 1 next
	fSign           // -1 ago, 1 later
	fMod            // code of mods
	fRef            // code of refs
	fAnchor         // code of anchors
	fOrdinal        // first = 1; -1 = last
	fFiscal         // 1 = business year
	fEndYear        // of a range written as one: 2014-15
	fEndMonth       // of a range
	fEndDay         // of a range
	fEvery          // 1 = a set
	fWeekend        // 1
	fAbout          // 1
	fClock          // hours and minutes in four digits: 2005
	fOpen           // 1 = takes its meaning from what was said before: "the quarter"
	fields
)

var fieldNames = [fields]string{"", "year", "short", "era", "month", "day", "weekday", "season", "quarter", "half",
	"decade", "century", "holiday", "part", "hour", "minute", "second", "halfday", "zone", "count", "more", "unit",
	"rel", "sign", "mod", "ref", "anchor", "ordinal", "fiscal", "endyear", "endmonth", "endday", "every", "weekend",
	"about", "hhmm", "open"}

// aliases are classes that fill a field of another name.
var aliases = map[string]field{"ordday": fDay, "day2": fDay, "month2": fMonth, "minute2": fMinute, "units": fUnit,
	"num": fCount, "one": fCount, "vague": fCount, "dayword": fRel, "weekdays": fWeekday, "iso": fYear,
	"ago": fSign, "parts": fPart, "after": fSign, "later": fSign, "blur": fMod, "limit": fMod, "light": fPart, "partword": fPart, "beside": fRel,
	"approx": fMod, "refword": fRef, "modword": fMod, "edge": fMod, "often": fUnit, "noon": fHour, "decades": fDecade}

func fieldOf(class string) field {
	for i, n := range fieldNames {
		if n == class && n != "" {
			return field(i)
		}
	}
	return aliases[class]
}

// unit is a code of the units of time.
type unit int32

// The units, fine to coarse.
const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	quarter
	season
	year
	decade
	century
	millennium
)

// codes are the names that data files use for the values of a field.
var codes = map[field][]string{
	fUnit: {"", "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "year", "decade",
		"century", "millennium"},
	fMod: {"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
		"EQUAL_OR_MORE", "ON_OR_BEFORE", "ON_OR_AFTER"},
	fRef:    {"", "PRESENT_REF", "PAST_REF", "FUTURE_REF"},
	fAnchor: {"", "published", "running"},
	fPart:   {"", "MO", "AF", "EV", "NI", "DT", "MI"},
}

// The codes that Go code names.
const (
	modStart, modMid, modEnd, modApprox         = 1, 2, 3, 4
	modBefore, modAfter, modLess, modMore       = 5, 6, 7, 8
	refPresent, refPast, refFuture              = 1, 2, 3
	atPublished, atRunning                      = 1, 2
	partMorning, partEvening, partNight         = 1, 3, 4
	several                               int32 = -1
)

// parseValue reads the value of a field in a data file: a code's name or a number.
func parseValue(f field, s string) (int32, error) {
	for i, c := range codes[f] {
		if c == s && s != "" {
			return int32(i), nil
		}
	}
	if (f == fCount || f == fMore) && s == "several" {
		return several, nil
	}
	if x, err := strconv.ParseFloat(s, 64); err == nil && (f == fCount || f == fMore) {
		return int32(x * 1000), nil
	}
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil {
		return 0, fmt.Errorf("%q is no value of %s", s, fieldNames[f])
	}
	return int32(n), nil
}

// sense is what an expression says before it is measured from an anchor: granularity, anchor, offset and modifier.
type sense struct {
	set  uint64 // bits of the fields that hold a value
	f    [fields]int32
	base int32 // index of the sense that this one is measured from or lies in; 0 = none
	rule *rule // the last rule that had a hand in it
	// cut and stop are the token where the second expression of a pair begins and the one where the first ends; 0 = none.
	cut, stop int32
}

func (s *sense) has(f field) bool { return s.set>>f&1 != 0 }

func (s *sense) put(f field, v int32) {
	if f != fNone {
		s.set |= 1 << f
		s.f[f] = v
	}
}

// any tells whether one of the fields holds a value.
func (s *sense) any(fs ...field) bool {
	for _, f := range fs {
		if s.has(f) {
			return true
		}
	}
	return false
}

// merge takes over the fields of t that s lacks.
func (s *sense) merge(t *sense) {
	for f, bits := field(0), t.set&^s.set; bits != 0; f, bits = f+1, bits>>1 {
		if bits&1 != 0 {
			s.put(f, t.f[f])
		}
	}
	if s.base == 0 {
		s.base = t.base
	}
}

func (s *sense) unit() unit { return unit(s.f[fUnit]) }
