package timex

// said is a date that was resolved earlier in the text.
type said struct {
	anchor
	paragraph int
	explicit  bool // named its year
	shifted   bool // was itself measured from another: "a year earlier"
}

// context is what was said so far: the dates of the paragraph at hand, oldest first, and the last of the document.
type context struct {
	list      []said
	paragraph int
	explicit  anchor // the last date that named its year, no date if there is none
}

func (c *context) reset() { c.list, c.paragraph, c.explicit = c.list[:0], 0, anchor{} }

func (c *context) add(p point, explicit, shifted bool) {
	if !p.at.Known() || p.bad {
		return
	}
	if explicit {
		c.explicit = anchor{p.at, p.unit, p.value, true}
	}
	c.list = append(c.list, said{anchor{p.at, p.unit, p.value, true}, c.paragraph, explicit, shifted})
}

// reach is how many dates back, and how many paragraphs, an expression can point.
const reach, paragraphs = 16, 6

// period is the business quarter last spoken of in its own right, false if there is none.
func (c *context) period() (anchor, bool) {
	for i := len(c.list) - 1; i >= 0 && i >= len(c.list)-reach; i-- {
		if e := c.list[i]; e.unit == quarter && !e.shifted && e.paragraph >= c.paragraph-paragraphs {
			return e.anchor, true
		}
	}
	return anchor{}, false
}

// here is the dates said in this paragraph, the last ones if there are many.
func (c *context) here() []said {
	i := len(c.list)
	for i > 0 && i > len(c.list)-reach && c.list[i-1].paragraph == c.paragraph {
		i--
	}
	return c.list[i:]
}

// latest is the date said last in this paragraph or the one before, otherwise the fallback.
func (c *context) latest(or anchor) anchor { return c.within(millennium, or) }

// within is latest among the dates that are no coarser than u: no day follows on a year.
func (c *context) within(u unit, or anchor) anchor {
	for i := len(c.list) - 1; i >= 0 && i >= len(c.list)-reach && c.list[i].paragraph >= c.paragraph-1; i-- {
		if c.list[i].unit <= u {
			return c.list[i].anchor
		}
	}
	return or
}

// day is the last day said in this paragraph or the one before, otherwise the fallback.
func (c *context) day(or anchor) anchor {
	if a := c.within(day, or); a.said && a.unit == day {
		return a
	}
	return or
}

// last is the date of unit u said last in its own right, in this paragraph or the few before; else the last one of this
// paragraph that is finer; else the fallback.
func (c *context) last(u unit, or anchor) anchor {
	for i := len(c.list) - 1; i >= 0 && i >= len(c.list)-reach; i-- {
		if e := c.list[i]; e.unit == u && !e.shifted && e.paragraph >= c.paragraph-paragraphs {
			return e.anchor
		}
	}
	h := c.here()
	for i := len(h) - 1; i >= 0; i-- {
		if h[i].unit <= u && !h[i].shifted {
			return h[i].anchor
		}
	}
	return or
}

// narrative is the anchor of a date without a year in a stretch that tells of another time: the paragraph's last two
// dates both named the same year, and it lies at least two before that of the fallback. Where the fallback is unknown,
// any explicit date of the text will do.
func (c *context) narrative(or anchor) anchor {
	if !or.date.Known() {
		if c.explicit.date.Known() {
			return c.explicit
		}
		return or
	}
	h := c.here()
	if len(h) < 2 {
		return or
	}
	a, b := h[len(h)-2], h[len(h)-1]
	if a.explicit && b.explicit && a.date.Year == b.date.Year && b.date.Year < or.date.Year-1 && b.unit < year {
		return b.anchor
	}
	return or
}
