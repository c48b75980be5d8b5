package corpus

import (
	"context"

	"parallax/corpus/report"
)

// Prepare does what the first reports to be opened and linked in a process pay for besides themselves: it reads the lists of
// words and the weights. A program that will link calls it on another goroutine while it finds out what to open.
func Prepare() {
	c, err := cut("", report.Reading{Reports: []report.Report{
		{Outlet: "a", Text: "The minister said on Monday that 24 people had died.\n\n“We will not accept it,” she told Reuters in Geneva.\n"},
		{Outlet: "b", Text: "At least 20 people were killed, the ministry's spokesman said.\n\nThe minister refused to accept it.\n"},
	}}, nil)
	if err == nil {
		_, _ = c.Link(context.Background(), nil, nil) // whose result nobody needs
	}
}
