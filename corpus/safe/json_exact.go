package safe

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// ExactJSON undoes [JSON]: where an object has a value and, right behind it, the exact one, the exact one alone stays,
// under the first key. It is an error when data is no JSON, or when the first is not what [Text] makes of the second: the
// file would show one thing and mean another.
func ExactJSON(data []byte) ([]byte, error) {
	if !bytes.Contains(data, []byte(exactly+`"`)) {
		return data, nil
	}
	if !json.Valid(data) {
		return nil, errors.New("it is no JSON")
	}
	j := &exactPass{jsonPass: jsonPass{in: data}}
	j.any()
	j.blanks()
	return j.out, j.err
}

type exactPass struct {
	jsonPass
	err error
}

func (j *exactPass) any() {
	j.blanks()
	switch j.in[j.at] {
	case '{':
		j.members()
	case '[':
		j.sign()
		for j.blanks(); j.in[j.at] != ']'; j.blanks() {
			if j.in[j.at] == ',' {
				j.sign()
				continue
			}
			j.any()
		}
		j.sign()
	default:
		j.out = append(j.out, j.token()...)
	}
}

// members copies an object without the pairs.
func (j *exactPass) members() {
	j.sign()
	key, from, whole := "", 0, false // of the member before: where its value begins in out
	for j.blanks(); j.in[j.at] != '}'; j.blanks() {
		comma := len(j.out)
		if j.in[j.at] == ',' {
			j.sign()
			j.blanks()
		}
		raw := j.token()
		name := unquoted(raw)
		if whole && name == key+exactly {
			j.blanks()
			j.at++ // the colon
			j.out = append(j.out[:from:from], j.exact(key, j.out[from:comma])...)
			whole = false
			continue
		}
		j.out = append(j.out, raw...)
		j.blanks()
		j.sign()
		j.blanks()
		key, from, whole = name, len(j.out), true
		j.any()
	}
	j.sign()
}

// exact is the value that follows, which shown must be the safe form of.
func (j *exactPass) exact(key string, shown []byte) []byte {
	sub := exactPass{jsonPass: jsonPass{in: j.in, at: j.at}}
	sub.any()
	j.at = sub.at
	exact := bytes.TrimSpace(sub.out)
	if j.err == nil && !shows(shown, exact) {
		j.err = fmt.Errorf("%q is not what %q shows as", Line(key), Line(key+exactly))
	}
	return exact
}

// shows reports whether shown is exact made safe: two strings, or two lists of strings.
func shows(shown, exact []byte) bool {
	var is, was []string
	if json.Unmarshal(shown, &is) != nil || json.Unmarshal(exact, &was) != nil {
		var one, other *string
		if json.Unmarshal(shown, &one) != nil || json.Unmarshal(exact, &other) != nil || one == nil || other == nil {
			return false
		}
		is, was = []string{*one}, []string{*other}
	}
	return slices.EqualFunc(is, was, func(is, was string) bool { return is == Text(was) })
}
