package report

import (
	"regexp"
	"strings"
	"sync"
)

// What a page asks of its readers stands in lines of its own among those of the report, on some sites in no box that could be
// told: to sign up, to allow what is embedded, to write what they think, to follow. Such a line speaks to the reader, and is known
// by two kinds of words that meet in it. It stays when it quotes, and when the report speaks of the matter elsewhere.

const (
	longestAsk = 400 // bytes of a line in which a page asks something
	mostAsks   = 4   // lines of one matter; more are the report
)

// ask is a matter of which pages speak to their readers, by words of which one is in any such line, and what they want of them.
type ask struct {
	matter []string // in small letters
	want   *regexp.Regexp
}

var asks = sync.OnceValue(func() []ask {
	list := func(words string) []string { return strings.Split(words, "|") }
	return []ask{
		{list("newsletter|your inbox|rundbrief|lettre d'information|lettre d’information|boletín|bollettino|nieuwsbrief|nyhetsbrev|biuletyn|рассылк|розсилк|bülten"),
			regexp.MustCompile(`sign up|subscri|join|register|delivered|get (?:our|the|all)|receive|launch|abonnier|bestell|anmeld|eintrag|erhalten|verpassen|finden|inscri|abonne|recev|suscri|recib|apúnt|iscriv|ricev|meld je|ontvang|anmäl|prenumerera|zapisz|подпи|підпи|abone|kaydol`)},
		{list("cookie|privacy|datenschutz|personenbezogen|données personnelles|vie privée|datos personales|privacidad|dati personali|persoonsgegevens|personuppgift|персональн|kişisel veri|externe inhalt|externer inhalt|externen inhalt|contenu externe|contenido externo|external content|inhalt nachzuladen"),
			regexp.MustCompile(`accept|agree|consent|enable|allow|settings|click|zustimm|stimm(?:en|st)? .{0,40} zu\b|einverstanden|einwillig|akzeptier|aktivier|klick|einstellung|accepte|autoris|paramètr|cliqu|acept|permit|configur|clic|accett|consens|toestem|akkoord|godkänn|соглас|onay|kabul`)},
		{list("comment|kommentar|comentar|reactie|комментари|коментар|yorum"),
			regexp.MustCompile(`log ?in|sign in|leave (?:a|your)|post (?:a|your)|be the first|moderat|not be published|schreib|verfass|veröffentlicht|anmeld|einlogg|eingeloggt|laisse[rz]|connect|publié|publicad|inici[ae]|registr|deja (?:un|tu)|lascia|accedi|plaats|inlog|logga in|оставит|войдите|yaz|giriş`)},
		{list("facebook|twitter|instagram|whatsapp|telegram|youtube|linkedin|google news"),
			regexp.MustCompile(`^(?:please )?(?:follow|like|join|find|subscribe)\b|follow us|like us|join us|folg(?:en|e|t)? (?:sie )?uns|liken? (?:sie|uns)|suivez|abonnez|síguenos|sigue a|seguir a|únete|seguici|seguiteci|volg ons|följ oss|śledź nas|obserwuj|подпис|підпис|takip et`)},
		{list("javascript|adobe flash|adblocker|ad blocker|werbeblocker|bloqueur de pub"),
			regexp.MustCompile(`enable|turn on|activate|disable|aktiviert? ist|aktivieren|deaktivier|activer|activez|désactiv|habilit|attiva`)},
	}
})

// toReader is how a line speaks to who reads it.
var toReader = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:you|your|yours|us|here|please|sie|ihre?[nrm]?|euch|euer|eure[nrm]?|dir|dich|dein\p{L}*|du|jetzt|hier|bitte|uns\p{L}*|vous|votre|vos|nous|ici|tu|te|tus|usted|su|aquí|debes|nuestr\p{L}*|vostr\p{L}*|qui|voi|je|jouw|uw|ons|onze|hier|din|ditt|oss|här|nas|tutaj|siz|bize|buradan)\b|нас|вас|вы |ваш|здесь|тут|^(?:sign|subscribe|follow|join|like|find|leave|log|abonn|síguenos|suivez|seguici|takip|подпи)`)
})

// asking tells the lines of a text in which its page asks something of its readers.
func asking(text string) func(i int, line string) bool {
	found := map[string]bool{}
	small := strings.ToLower(text)
	for _, a := range asks() {
		if !holdsAny(small, a.matter) {
			continue
		}
		var lines []string
		spoken := false // of the matter by the report
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			small := strings.ToLower(line)
			if !holdsAny(small, a.matter) {
				continue
			}
			if len(line) > longestAsk || strings.ContainsAny(line, `“„«"`) || !a.want.MatchString(small) || !toReader().MatchString(small) {
				spoken = true
				break
			}
			lines = append(lines, line)
		}
		for _, line := range lines {
			found[line] = found[line] || !spoken && len(lines) <= mostAsks
		}
	}
	return func(i int, line string) bool { return i > 0 && found[line] }
}

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
