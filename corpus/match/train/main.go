// Train learns the weights of the links and of the claims from events that careful readers have marked:
//
//	go run ./corpus/match/train [-o FILE] [-leave-one-out DIR] GOLD_DIR...
//
// Each GOLD_DIR holds gold.json and the texts it marks. The weights go to FILE, by default those that the program
// embeds. With -leave-one-out, DIR/EVENT.json gets weights learnt without the event of that name, and how they do on it
// is printed: links and claims against the two readers' (score.go). The same events give the same files.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"

	"parallax/corpus/claim"
	"parallax/corpus/match"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", filepath.Join("corpus", "match", "weights.json"), "write the weights to `FILE`")
	without := flags.String("leave-one-out", "", "write weights learnt without each event to `DIR`/EVENT.json")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() < 3 {
		return fmt.Errorf("name the folders of at least three marked events, got %d", flags.NArg())
	}
	var events []event
	for _, dir := range flags.Args() {
		e, err := readGold(dir)
		if err != nil {
			return err
		}
		events = append(events, e)
	}
	if _, err := learnTo(ctx, *out, events, stdout); err != nil {
		return err
	}
	if *without == "" {
		return nil
	}
	if err := os.MkdirAll(*without, 0o755); err != nil {
		return err
	}
	var all tally
	for i := range events {
		others := slices.Concat(events[:i], events[i+1:])
		w, err := learnTo(ctx, filepath.Join(*without, events[i].Name+".json"), others, stdout)
		if err != nil {
			return err
		}
		t, err := events[i].judge(ctx, w)
		if err != nil {
			return err
		}
		fmt.Fprintln(stdout, t)
		all = all.plus(t, len(events))
	}
	fmt.Fprintln(stdout, all)
	return nil
}

// learnTo learns from the events and writes what was learnt.
func learnTo(ctx context.Context, path string, events []event, stdout io.Writer) (*match.Weights, error) {
	marked := make([]match.Marked, len(events))
	for i := range events {
		marked[i] = events[i].Marked
	}
	w, trials, readings, err := match.Learn(ctx, marked)
	if err != nil {
		return nil, err
	}
	claims := make([]claim.Marked, len(events))
	for i, e := range events {
		claims[i] = claim.Marked{Set: e.Set, Scored: readings[i], Readers: e.readers}
	}
	claim.Learn(w, claims)
	var buf bytes.Buffer
	if err := w.Write(&buf); err != nil {
		return nil, err
	}
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		return nil, err
	}
	fmt.Fprintf(stdout, "%s: %d events, %d pairs, %d bytes\n", path, len(events), len(trials), buf.Len())
	return w, nil
}
