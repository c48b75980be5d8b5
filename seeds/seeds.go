// Package seeds embeds the five reports that parallax opens when it is given no path: the talks between the
// foreign ministers of Ukraine and Russia in Antalya on 10 March 2022. The bytes of the texts never change.
package seeds

import "embed"

// Name is what the screen calls the event; Date is the day of it, as in sources.json (YYYY-MM-DD).
const (
	Name = "Talks in Antalya"
	Date = "2022-03-10"
)

// Files holds the texts and sources.json at its root.
//
//go:embed *.txt sources.json
var Files embed.FS
