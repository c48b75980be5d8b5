package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"

	"parallax/corpus"
	"parallax/corpus/session"
	"parallax/corpus/source"
	"parallax/seeds"
	"parallax/ui"
)

// faulty is the reading screen with a fault: faulty FILE panics, or with a second argument hangs, when the reader asks for an
// editor. It says how the screen ended.
func faulty() {
	c, err := corpus.OpenFS(seeds.Name, seeds.Files, source.Options{})
	if err != nil {
		panic(err)
	}
	s, err := session.OpenFile(os.Args[1], session.Options{})
	if err != nil {
		panic(err)
	}
	err = ui.Run(context.Background(), ui.Options{
		Corpus: c, Session: s, Input: os.Stdin, Output: os.Stdout,
		Edit: func(string) (*exec.Cmd, func() (string, error), error) {
			if len(os.Args) > 2 {
				fmt.Print("\x1b]2;hangs\a")
				select {}
			}
			panic("this is the fault")
		},
	})
	if err := s.Close(); err != nil {
		panic(err)
	}
	fmt.Println("ended:", err)
	if signalled := (ui.Signalled{}); errors.As(err, &signalled) {
		os.Exit(signalled.ExitStatus())
	}
	if errors.Is(err, ui.ErrFault) {
		os.Exit(2)
	}
}
