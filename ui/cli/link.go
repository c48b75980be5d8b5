package cli

import (
	"context"
	"fmt"
	"os"

	"parallax/corpus/claim"
	"parallax/corpus/match"
)

// weighted is for the commands that link.
type weighted struct {
	Weights string `placeholder:"FILE" help:"Link by the weights in FILE instead of those that come with parallax."`
}

// score links the statements of o.
func (w *weighted) score(o *opened) (*match.Scored, error) {
	if w.Weights == "" {
		return match.Score(context.Background(), o.Statements, nil)
	}
	f, err := os.Open(w.Weights)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	weights, err := match.LoadWeights(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", w.Weights, err)
	}
	if err := claim.Check(weights); err != nil {
		return nil, fmt.Errorf("%s: %w", w.Weights, err)
	}
	return match.ScoreWith(context.Background(), weights, o.Statements, nil)
}
