// Train learns the weights of the matching from events that careful readers have marked:
//
//	go run ./corpus/match/train [-o FILE] [-leave-one-out DIR] GOLD_DIR...
//
// Each GOLD_DIR holds gold.json and the texts it marks. The weights go to FILE, by default those that the program
// embeds. With -leave-one-out, DIR/EVENT.json gets weights learnt without the event of that name, by which they can be
// judged. The same events give the same files.
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
	var events []match.Marked
	for _, dir := range flags.Args() {
		e, err := readGold(dir)
		if err != nil {
			return err
		}
		events = append(events, e)
	}
	if err := learnTo(ctx, *out, events, stdout); err != nil {
		return err
	}
	if *without == "" {
		return nil
	}
	if err := os.MkdirAll(*without, 0o755); err != nil {
		return err
	}
	for i, e := range events {
		others := append(append([]match.Marked{}, events[:i]...), events[i+1:]...)
		if err := learnTo(ctx, filepath.Join(*without, e.Name+".json"), others, stdout); err != nil {
			return err
		}
	}
	return nil
}

func learnTo(ctx context.Context, path string, events []match.Marked, stdout io.Writer) error {
	w, trials, err := match.Learn(ctx, events)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := w.Write(&buf); err != nil {
		return err
	}
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %d events, %d pairs, %d bytes\n", path, len(events), len(trials), buf.Len())
	return nil
}
