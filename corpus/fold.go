package corpus

import (
	"errors"
	"fmt"

	"parallax/corpus/report"
)

// A report that stands twice in what was opened would count twice: as a second voice for each claim, and as a pane in which all
// is the same. It is folded into the first, and named among what was passed over. Only what is surely one report is: the
// same text of one outlet, or of one address. Two outlets that publish the same text stay two, which is a finding (an
// origin); so do two files of which nothing but the file name says who published; and another text of the same address
// is a revision.

// fold is the reports without those that repeat one before them, numbered anew, and what was said of each that is left.
func fold(reports []report.Report) (all []report.Report, folded []report.Problem) {
	type named struct {
		text [32]byte
		by   string
	}
	first := map[named]string{} // paths
	for _, r := range reports {
		outlet, address := named{r.TextHash, "outlet " + r.Outlet}, named{r.TextHash, "url " + r.URL}
		path, what, again := "", "", false
		if path, again = first[outlet]; again {
			what = "of the same outlet"
		} else if path, again = first[address]; again && r.URL != "" {
			what = "from the same address"
		} else {
			again = false
		}
		if again {
			folded = append(folded, report.Problem{Path: r.Path, Err: foldedError{path, what}})
			continue
		}
		first[outlet], first[address] = r.Path, r.Path
		r.ID = report.ID(len(all))
		all = append(all, r)
	}
	return all, folded
}

// foldedError says of which report one is the double.
type foldedError struct{ path, what string }

func (e foldedError) Error() string {
	return fmt.Sprintf("the same text as %s, %s: the two are one report", e.path, e.what)
}

// Folded reports whether a file was passed over because it repeats a report.
func Folded(p report.Problem) bool { return errors.As(p.Err, new(foldedError)) }
