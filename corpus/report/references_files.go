package report

import (
	"net/url"
	"path"
	"strings"
)

// attach adds a file that is attached. Addresses of the web are none.
func (r *Reference) attach(name string) {
	name = strings.TrimSpace(name)
	switch rest, ok := strings.CutPrefix(name, "file://"); {
	case ok:
		if name, ok = strings.CutPrefix(rest, "localhost"); !ok {
			name = rest
		}
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
	case strings.Contains(name, "://") || strings.HasPrefix(strings.ToLower(name), "doi:"):
		return
	}
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		return
	}
	for _, f := range r.Files {
		if f == name {
			return
		}
	}
	r.Files = append(r.Files, name)
}

// bibFiles is the paths of a file field, as Zotero, JabRef and Mendeley write it, "what:path:kind" with ; between several and
// backslashes before signs that are a part of a name; or paths alone.
func bibFiles(field string) (files []string) {
	for _, one := range escaped(field, ';') {
		parts := escaped(one, ':')
		for i := range parts {
			parts[i] = bibUnescape(parts[i])
		}
		switch {
		case len(parts) >= 3 && len(parts[1]) == 1 && strings.HasPrefix(parts[2], "/"):
			files = append(files, parts[1]+":"+parts[2]) // a drive's letter
		case len(parts) >= 3:
			files = append(files, parts[1])
		default:
			files = append(files, strings.Join(parts, ":"))
		}
	}
	return files
}

// escaped parts s at each sep without a backslash before it.
func escaped(s string, sep byte) (parts []string) {
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case sep:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// bibUnescape leaves out the backslashes before signs; one before a letter parts folders.
func bibUnescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`\;:{}_&%$#~^ `, s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
