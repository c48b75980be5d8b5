package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"

	"parallax/corpus/source"
	"parallax/corpus/wording"
)

// aliases reads the file that --aliases names: a line for each thing, with = between its words; empty lines and what
// follows # count for nothing. A line that is no alias is complained of, and the others serve.
func (p *program) aliases() [][]string {
	if p.call.Aliases == "" {
		return nil
	}
	data, err := source.File(p.call.Aliases, p.limits())
	if err != nil {
		p.complain(err)
		p.status = failed
		return nil
	}
	var all [][]string
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "\ufeff"), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		words := wording.ReadAlias(line)
		if words == nil {
			p.complain(fmt.Errorf("%s:%d: no words for one thing: write them with = between", p.call.Aliases, n))
			p.status = failed
			continue
		}
		all = append(all, words)
	}
	if err := lines.Err(); err != nil {
		p.complain(fmt.Errorf("%s: %w", p.call.Aliases, err))
		p.status = failed
	}
	return all
}
