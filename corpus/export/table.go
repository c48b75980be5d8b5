package export

import (
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/brief"
)

// A brief with several claims begins with a table of them: a row a claim, a column an outlet, and in a cell the figure that
// the outlet gives, else whether it says the claim. Each cell is a line of its own for the seal and the check. A sheet of
// paper has room for a few outlets: of more there are several tables, each with all claims.

const (
	tableLeast = 2 // claims that make a table
	tableMost  = 6 // outlets of a table
)

// tables are the tables of the claims, a line before each where they are several; nil when there are too few claims.
func tables(d *brief.Document) []block {
	claims, outlets := tabled(d)
	if len(claims) < tableLeast {
		return nil
	}
	var all []block
	parts := (len(outlets) + tableMost - 1) / tableMost
	for i := range parts {
		from, to := i*len(outlets)/parts, (i+1)*len(outlets)/parts
		if parts > 1 {
			all = append(all, block{kind: blockLabel, text: fmt.Sprintf("Outlets %d to %d of %d", from+1, to, len(outlets))})
		}
		all = append(all, block{kind: blockTable, rows: tableOf(d, claims, outlets[from:to])})
	}
	return all
}

// tabled is the claims of a brief, and the outlets of its sources.
func tabled(d *brief.Document) (claims []*brief.Claim, outlets []string) {
	for _, it := range d.Items {
		if it.Claim != nil {
			claims = append(claims, it.Claim)
		}
	}
	for i := range d.Sources {
		if !slices.Contains(outlets, d.Sources[i].Outlet) {
			outlets = append(outlets, d.Sources[i].Outlet)
		}
	}
	return claims, outlets
}

// tableOf is the rows of a table, its heading first.
func tableOf(d *brief.Document, claims []*brief.Claim, outlets []string) [][]string {
	head := []string{"Claim"}
	for _, o := range outlets {
		head = append(head, brief.Printed(o))
	}
	rows := [][]string{head}
	for i, c := range claims {
		row := []string{strings.TrimSpace(fmt.Sprintf("%d %s", i+1, brief.Printed(c.Name)))}
		for _, o := range outlets {
			row = append(row, tableCell(d, c, o))
		}
		rows = append(rows, row)
	}
	return rows
}

// tableCell is an outlet's part in a claim in a few words.
func tableCell(d *brief.Document, c *brief.Claim, outlet string) string {
	for _, f := range c.Figures {
		if f.Outlet == outlet {
			return brief.Printed(f.Text)
		}
	}
	for _, p := range (brief.Item{Claim: c}).Passages() {
		if d.Sources[p.Source].Outlet == outlet {
			return "says it"
		}
	}
	for _, s := range c.Silences {
		if len(s.Sources) == 0 || d.Sources[s.Sources[0]].Outlet != outlet {
			continue
		}
		switch {
		case s.Checked:
			return "silent, checked"
		case s.Elsewhere > 0:
			return "linked elsewhere"
		}
		return "silent"
	}
	if slices.Contains(c.Absent, outlet) {
		return "no report"
	}
	return "\u2013"
}
