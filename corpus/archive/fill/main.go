// Command fill writes made-up reports for measuring an archive: zip files of texts with outlet, title and date above them.
//
//	go run ./corpus/archive/fill -n 100000 FOLDER
//	parallax archive push FOLDER --archive URL
package main

import (
	"archive/zip"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"parallax/corpus/match/plant"
)

const (
	each    = 10_000 // reports a file
	story   = 10     // reports a story
	sayings = 20     // statements a report
)

var outlets = []string{"Ald Courier", "Bay Post", "Coast Times", "Dune Herald", "Elm Gazette", "Fen Tribune", "Glen Echo", "Hill Star"}

func main() {
	n := flag.Int("n", 10_000, "how many reports")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: fill [-n REPORTS] FOLDER")
	}
	if err := os.MkdirAll(flag.Arg(0), 0o777); err != nil {
		log.Fatal(err)
	}
	for begin := 0; begin < *n; begin += each {
		if err := write(filepath.Join(flag.Arg(0), fmt.Sprintf("%07d.zip", begin)), begin, min(each, *n-begin)); err != nil {
			log.Fatal(err)
		}
	}
}

func write(path string, begin, count int) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	z := zip.NewWriter(f)
	first := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	for at := 0; at < count; at += story {
		field := plant.Grow(plant.Options{Stories: 1, Reports: story, Statements: sayings, Seed: uint64(begin + at), Mixed: true})
		for i, r := range field.Reports[:min(story, count-at)] {
			w, err := z.Create(fmt.Sprintf("%07d.txt", begin+at+i))
			if err != nil {
				return err
			}
			day := first.AddDate(0, 0, (begin+at)/story*7%3650+i%3)
			title, _, _ := strings.Cut(r.Text, ".")
			if _, err := io.WriteString(w, fmt.Sprintf("---\ntitle: %q\noutlet: %s\npublished: %s\nlang: en\n---\n%s", title, outlets[(at+i)%len(outlets)], day.Format(time.DateOnly), r.Text)); err != nil {
				return err
			}
		}
	}
	return z.Close()
}
