package brief

import "time"

// Fingerprint is what was found in the reports when a session was left, short enough to be kept with it and exact enough to
// tell whether the same is found again. Package methods makes and compares them. It is not undone.
type Fingerprint struct {
	Version   string       `json:"version"` // of the program
	Weights   Hash         `json:"weights"` // of their file
	Threshold float64      `json:"threshold"`
	OneStory  bool         `json:"one_story,omitempty"`
	Made      time.Time    `json:"made"` // when the reader's last change was that counts in it
	Files     []FilePrint  `json:"files"`
	Counts    Counts       `json:"counts"`
	Links     string       `json:"links"`  // a digest of all links
	Claims    []ClaimPrint `json:"claims"` // of more than one statement, in order
}

// FilePrint is a report and how it was cut into statements.
type FilePrint struct {
	File   string `json:"file"`
	Text   Hash   `json:"text"`
	Outlet string `json:"outlet,omitempty"`
	Cut    string `json:"cut"` // a digest of the statements' places, kinds and boilerplate
}

// ClaimPrint is a claim and a digest of its statements.
type ClaimPrint struct {
	Name string `json:"name"`
	Of   string `json:"of"`
}

// Counts is how much was found.
type Counts struct {
	Reports     int `json:"reports"`
	Outlets     int `json:"outlets"`
	Stories     int `json:"stories"`
	Statements  int `json:"statements"` // boilerplate included
	Boilerplate int `json:"boilerplate"`
	Links       int `json:"links"`
	InPart      int `json:"links_in_part"`
	Differing   int `json:"links_differing"`
	Claims      int `json:"claims"` // of more than one statement
	Alone       int `json:"claims_of_one"`
}

func (Fingerprint) kind() string { return "fingerprint" }

func (Fingerprint) Say() string { return "noted what was found" }
