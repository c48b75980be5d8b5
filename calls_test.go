package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// opening are the functions that read files or folders, by import path.
var opening = map[string][]string{
	"os":                     {"Open", "OpenFile", "ReadFile", "ReadDir", "DirFS", "Create", "OpenRoot"},
	"path/filepath":          {"Walk", "WalkDir", "Glob"},
	"parallax/corpus":        {"Open", "OpenFS"},
	"parallax/corpus/source": {"Read", "ReadFS"},
}

// calls are the uses of opening functions in a package of this module, tests left out: their names, and where.
func calls(t *testing.T, path string) map[string]token.Position {
	t.Helper()
	folder := filepath.FromSlash(strings.TrimPrefix(path, "parallax/"))
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]token.Position{}
	files := token.NewFileSet()
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, filepath.Join(folder, e.Name()), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for name, pos := range uses(file) {
			found[name] = files.Position(pos)
		}
	}
	return found
}

// uses are the opening functions that a file names.
func uses(file *ast.File) map[string]token.Pos {
	imported := map[string]string{} // name in this file: import path
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		imported[name] = path
	}
	found := map[string]token.Pos{}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok {
			for _, name := range opening[imported[x.Name]] {
				if s.Sel.Name == name {
					found[x.Name+"."+name] = s.Pos()
				}
			}
		}
		return true
	})
	return found
}

// TestUses makes sure that the search for opening functions finds one.
func TestUses(t *testing.T) {
	const source = `package p
import ("os"; r "parallax/corpus/source"; "strings")
func f() { os.ReadFile("x"); r.Read(nil, nil, r.Options{}); strings.Fields(""); os.Getenv("") }`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := uses(file)
	if len(found) != 2 || !found["os.ReadFile"].IsValid() || !found["r.Read"].IsValid() {
		t.Errorf("found %v", found)
	}
}
