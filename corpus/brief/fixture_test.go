package brief

import (
	"crypto/sha256"
	"strings"

	"parallax/corpus/report"
)

// reportOf is a report of one outlet.
func reportOf(outlet, text string) report.Report {
	return report.Report{
		Path: strings.ToLower(outlet) + ".txt", Outlet: outlet, Title: "Title of " + outlet, Text: text, Reader: "text",
		FileHash: sha256.Sum256([]byte("file:" + text)), TextHash: sha256.Sum256([]byte(text)),
		Published: report.Date{Year: 2022, Month: 3, Day: 10},
	}
}
