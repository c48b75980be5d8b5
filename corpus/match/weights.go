package match

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"

	"parallax/corpus/match/learn"
)

// Weights is what training learnt: a model for each pass, and how to read the last one's answer.
type Weights struct {
	Format    int            `json:"format"`
	Signals   []string       `json:"signals"` // names of a pass's columns, to tell weights of another version
	Slope     float64        `json:"slope"`   // probability = sigmoid(slope * logit + base)
	Base      float64        `json:"base"`
	Threshold float64        `json:"threshold"` // the probability from which a pair is a link
	Passes    []*learn.Model `json:"passes"`
}

// weightsFormat is the version of the file; the columns' names tell the rest.
const weightsFormat = 1

//go:embed weights.json
var shipped []byte

// shippedWeights are the embedded weights.
var shippedWeights = sync.OnceValues(func() (*Weights, error) { return LoadWeights(bytes.NewReader(shipped)) })

// LoadWeights reads weights that the training program wrote. It says what is wrong with a file that is none, or that was
// made for other signals than this version's.
func LoadWeights(r io.Reader) (*Weights, error) {
	w := new(Weights)
	if err := json.NewDecoder(r).Decode(w); err != nil {
		return nil, fmt.Errorf("weights: not a weights file: %w", err)
	}
	if err := w.check(); err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	return w, nil
}

// Write writes the weights as LoadWeights reads them, a tree a line.
func (w *Weights) Write(out io.Writer) error {
	data, err := json.Marshal(w)
	if err != nil {
		return fmt.Errorf("weights: %w", err)
	}
	data = bytes.ReplaceAll(data, []byte(`{"column"`), []byte("\n{\"column\""))
	_, err = out.Write(append(data, '\n'))
	return err
}

var errRetrain = errors.New("it was learnt for other signals: train again with go run ./corpus/match/train")

func (w *Weights) check() error {
	switch {
	case w.Format != weightsFormat:
		return fmt.Errorf("format %d, this version reads format %d", w.Format, weightsFormat)
	case !slices.Equal(w.Signals, columnNames()):
		return errRetrain
	case len(w.Passes) == 0:
		return errors.New("no pass in it")
	case !(w.Threshold > 0 && w.Threshold < 1):
		return fmt.Errorf("the threshold %g is no probability", w.Threshold)
	case !(w.Slope > 0) || math.IsInf(w.Slope, 0) || math.IsNaN(w.Base) || math.IsInf(w.Base, 0):
		return fmt.Errorf("slope %g and base %g cannot be read", w.Slope, w.Base)
	}
	for i, m := range w.Passes {
		if m == nil {
			return fmt.Errorf("pass %d is empty", i+1)
		}
		if err := m.Check(len(w.Signals)); err != nil {
			return fmt.Errorf("pass %d: %w", i+1, err)
		}
	}
	return nil
}

// probability is the calibrated reading of a logit of the last pass.
func (w *Weights) probability(logit float32) float64 {
	return learn.Sigmoid(w.Slope*float64(logit) + w.Base)
}
