package match

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"parallax/corpus/match/learn"
)

// Weights is what training learnt: for each pass what the signals are worth, how to read the answer of the last one as
// a probability, and from which probability a pair is a link. [LoadWeights] reads them.
type Weights struct {
	passes      []*learn.Sum
	slope, base float64 // probability = sigmoid(slope * logit + base)
	threshold   float64
	claims      map[string]float64 // see Claims
	hash        [32]byte
}

// Hash is the SHA-256 of the file that the weights were loaded from; all zero for those that were just learnt.
func (w *Weights) Hash() [32]byte { return w.hash }

// Shipped is the weights that come with the program.
func Shipped() (*Weights, error) { return shippedWeights() }

// Claims is what package claim learnt beside the links, its numbers by name. Package match only carries it, so that one
// file holds all that was learnt from the same events.
func (w *Weights) Claims() map[string]float64 { return w.claims }

// SetClaims gives the weights what package claim learnt.
func (w *Weights) SetClaims(numbers map[string]float64) { w.claims = numbers }

// weightsFile is Weights as they are written. A pass names each signal, so that weights learnt for other signals than
// this version's are found out; signals of no weight are written too.
type weightsFile struct {
	Format    int                `json:"format"`
	Threshold float64            `json:"threshold"`
	Slope     float64            `json:"slope"`
	Base      float64            `json:"base"`
	Passes    []passFile         `json:"passes"`
	Claims    map[string]float64 `json:"claims"`
}

type passFile struct {
	Base    float64            `json:"base"`
	Signals map[string]float64 `json:"signals"`
}

const weightsFormat = 1

//go:embed weights.json
var shipped []byte

var shippedWeights = sync.OnceValues(func() (*Weights, error) { return LoadWeights(bytes.NewReader(shipped)) })

// LoadWeights reads weights that the training program wrote. Its error says what is wrong with a file that is none, or
// that was learnt for other signals than this version's.
func LoadWeights(r io.Reader) (*Weights, error) {
	var f weightsFile
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("not a weights file: %w", err)
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&f); err != nil {
		return nil, fmt.Errorf("not a weights file: %w", err)
	}
	if err := f.check(); err != nil {
		return nil, fmt.Errorf("bad weights file: %w", err)
	}
	w := &Weights{slope: f.Slope, base: f.Base, threshold: f.Threshold, claims: f.Claims, hash: sha256.Sum256(data)}
	for i, p := range f.Passes {
		sum, err := p.sum()
		if err != nil {
			return nil, fmt.Errorf("bad weights file: pass %d: %w", i+1, err)
		}
		w.passes = append(w.passes, sum)
	}
	return w, nil
}

func (f *weightsFile) check() error {
	switch {
	case f.Format != weightsFormat:
		return fmt.Errorf("format %d, this version reads format %d", f.Format, weightsFormat)
	case len(f.Passes) == 0:
		return errors.New("no pass in it")
	case !(f.Threshold > 0 && f.Threshold < 1):
		return fmt.Errorf("threshold %g is not between 0 and 1", f.Threshold)
	case !(f.Slope > 0):
		return fmt.Errorf("slope %g is not above 0", f.Slope)
	}
	return nil
}

// sum brings the weights into the order of the columns.
func (p *passFile) sum() (*learn.Sum, error) {
	columns := columns()
	if len(p.Signals) != len(columns) {
		return nil, fmt.Errorf("%d signals, this version has %d: train again with go run ./corpus/match/train", len(p.Signals), len(columns))
	}
	s := &learn.Sum{Base: p.Base}
	for _, c := range columns {
		w, ok := p.Signals[c.name]
		if !ok {
			return nil, fmt.Errorf("no weight for the signal %q: train again with go run ./corpus/match/train", c.name)
		}
		s.Weight = append(s.Weight, w)
	}
	return s, nil
}

// Write writes the weights as LoadWeights reads them.
func (w *Weights) Write(out io.Writer) error {
	f := weightsFile{Format: weightsFormat, Threshold: short(w.threshold), Slope: short(w.slope), Base: short(w.base), Claims: make(map[string]float64)}
	for _, sum := range w.passes {
		p := passFile{Base: short(sum.Base), Signals: make(map[string]float64)}
		for k, c := range columns() {
			p.Signals[c.name] = short(sum.Weight[k])
		}
		f.Passes = append(f.Passes, p)
	}
	for name, v := range w.claims {
		f.Claims[name] = short(v)
	}
	data, err := json.MarshalIndent(f, "", "\t")
	if err != nil {
		return fmt.Errorf("weights: %w", err)
	}
	_, err = out.Write(append(data, '\n'))
	return err
}

// short keeps six significant digits, which is more than the weights are known to.
func short(x float64) float64 {
	if x == 0 {
		return 0
	}
	scale := math.Pow(10, 5-math.Floor(math.Log10(math.Abs(x))))
	return math.Round(x*scale) / scale
}

// Threshold is the probability from which a pair is a link.
func (w *Weights) Threshold() float64 { return w.threshold }

// lastPass is what the signals are worth in the last pass.
func (w *Weights) lastPass() *learn.Sum { return w.passes[len(w.passes)-1] }

// probability is the calibrated reading of a logit of the last pass.
func (w *Weights) probability(logit float32) float64 {
	return learn.Sigmoid(w.slope*float64(logit) + w.base)
}
