// Train learns the weights of the links and of the claims from events that careful readers have marked:
//
//	go run ./corpus/match/train [-o FILE] [-leave-one-out DIR] GOLD_DIR...
//	go run ./corpus/match/train -review GOLD_DIR...
//
// Each GOLD_DIR holds gold.json and the texts it marks. The weights go to FILE, by default those that the program
// embeds. With -leave-one-out, DIR/EVENT.json gets weights learnt without the event of that name, and how they do on it
// is printed: links and claims against the two readers' (score.go). With -review nothing is
// written: it prints how links and claims fare while a reader answers questions (review.go). The same events give the same files.
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
	reviewing := flags.Bool("review", false, "write no weights: answer the review of each event as its reader would, with weights learnt without it")
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
	if *reviewing {
		return reviewAll(ctx, events, stdout)
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

// reviewAll simulates the review of every event.
func reviewAll(ctx context.Context, events []event, stdout io.Writer) error {
	without := make([]*match.Weights, len(events))
	for i := range events {
		w, _, err := learnFrom(ctx, slices.Concat(events[:i], events[i+1:]))
		if err != nil {
			return err
		}
		without[i] = w
	}
	return simulate(ctx, events, without, stdout)
}

// learnFrom learns links and claims from the events, and says how many pairs it learnt from.
func learnFrom(ctx context.Context, events []event) (w *match.Weights, pairs int, err error) {
	marked := make([]match.Marked, len(events))
	for i := range events {
		marked[i] = events[i].Marked
	}
	w, trials, readings, err := match.Learn(ctx, marked)
	if err != nil {
		return nil, 0, err
	}
	claims := make([]claim.Marked, len(events))
	for i, e := range events {
		claims[i] = claim.Marked{Set: e.Set, Scored: readings[i], Readers: e.readers}
	}
	claim.Learn(w, claims)
	return w, len(trials), nil
}

// learnTo learns from the events and writes what was learnt.
func learnTo(ctx context.Context, path string, events []event, stdout io.Writer) (*match.Weights, error) {
	w, pairs, err := learnFrom(ctx, events)
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if err := w.Write(&buf); err != nil {
		return nil, err
	}
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		return nil, err
	}
	fmt.Fprintf(stdout, "%s: %d events, %d pairs, %d bytes\n", path, len(events), pairs, buf.Len())
	return w, nil
}
