package timex_test

import (
	"fmt"
	"os"

	"dateline/extract/timex"
	"dateline/graph"
)

// The sentences of the package comment. The plain document has no tags and no tree, so the verbs are known by their form.
func Example() {
	tagger, err := timex.New(os.DirFS("../../data"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{
		"They met on Friday.",
		"They will meet on Friday.",
		"They met two weeks ago.",
		"It opens in early December.",
		"He resigned last April.",
		"It closed on 31 February 2015.",
		"It rained the day after Christmas.",
		"It took two and a half years.",
		"It has risen since September.",
		"They meet every Thursday.",
	} {
		d := timex.Plain(text)
		d.Published = graph.DayOf(graph.Date{Year: 2015, Month: 11, Day: 16})
		if err := tagger.Tag(d); err != nil {
			fmt.Println(err)
		}
		for _, x := range d.Times {
			fmt.Printf("%s = %s%s (%s) %s\n", d.String(x.At), x.Value, x.Mod, x.When, x.Reason)
		}
	}
	// Output:
	// Friday = 2015-11-13 (2015-11-13) Friday before the publication date 2015-11-16 (verb: met)
	// Friday = 2015-11-20 (2015-11-20) Friday after the publication date 2015-11-16 (verb: will)
	// two weeks ago = 2015-W45 ([2015-11-02..2015-11-08]) 2 weeks before the publication date 2015-11-16
	// early December = 2015-12START ([2015-12-01..2015-12-10]) December after the publication date 2015-11-16 (verb: opens)
	// last April = 2015-04 (2015-04) April before the publication date 2015-11-16
	// 31 February 2015 = 2015-02-31 () kept as text: the calendar has no such day
	// the day after Christmas = 2014-12-26 (2014-12-26) 1 day after 2014-12-25 (Christmas Day of 2014 before the publication date 2015-11-16 (verb: rained))
	// two and a half years = P2Y6M () a length of time
	// September = 2015-09 (2015-09) September before the publication date 2015-11-16
	// every Thursday = XXXX-WXX-4 () repeats
}
