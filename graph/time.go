package graph

// Date is a day of the proleptic Gregorian calendar. Year 0 is 1 BCE. A Date with Month 0 is no date: unknown or open.
type Date struct {
	Year  int
	Month int // 1…12
	Day   int // 1…31
}

// Grain is how finely a Time is known.
type Grain uint8

// The grains, from none to coarse. Stretch is an interval that lasted from First to Last; Within is one day, or more,
// somewhere between First and Last, both included.
const (
	NoGrain Grain = iota
	Day
	Week
	Month
	Season
	Quarter
	Year
	Decade
	Century
	Stretch
	Within
)

// Time is the days that an expression may mean. The zero Time is unknown.
//
// First ≤ Last where both are known. A Time with only First is open towards the future ("since September"), one with
// only Last is open towards the past.
type Time struct {
	First, Last Date   // inclusive
	Grain       Grain  // how First and Last are to be read
	About       bool   // approximate: "about", "around"
	Clock       string // time of day as HH:MM, empty if none; only with Grain Day
}

// When is the time of an event with the reason for it, in words a reader can follow.
type When struct {
	Time   Time
	Reason string
}
