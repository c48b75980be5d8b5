package language

import "strings"

// latin spells a folded name that is written in Cyrillic letters with Latin ones, as English newsrooms do, so that it meets the
// same name in other reports; any other name stays as it is. Endings that a case adds are left to Names, which takes
// spellings of one name together.
func latin(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= 'а' && r <= 'ґ' }) {
		return name
	}
	if spelt := cyrillic.Replace(name); spelt != "" {
		return spelt
	}
	return name // a hard or a soft sign alone
}

var cyrillic = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "ye", "ё", "yo", "ж", "zh", "з", "z", "и", "i", "і", "i",
	"ї", "i", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ў", "u",
	"ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
)
