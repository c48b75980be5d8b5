package report

import (
	"fmt"
	"strings"
	"testing"
)

// TestConsent reads one report behind layers that ask for consent in several languages and have no telling names.
func TestConsent(t *testing.T) {
	const body = `<h1>%[1]s</h1><p>Tarn, Nedder, Alm: 1.900 – 2.600 – 34. Odo Brannick, Ruk Jansen, Ida Brenk, Wim Tarrow, Hild Osk.</p><p>Tarn, Nedder, Alm: 41 – 61 – 1874. Blaise Tomka, Maud Erskwith, Colm Dardry, Perrin Vasko, Joss Amery.</p>`
	for lang, c := range map[string][4]string{
		"de": {"Wir schätzen Ihre Privatsphäre", "Wir und unsere 214 Partner speichern Informationen auf Ihrem Gerät und lesen sie aus, um Anzeigen zu messen und zu zeigen, was zu Ihnen passt. Sie können dem zustimmen oder es ablehnen.",
			"Manche Partner berufen sich auf ein berechtigtes Interesse und fragen Sie nicht. Dem können Sie in den Einstellungen zum Datenschutz widersprechen.", "Alle akzeptieren"},
		"de pay": {"Weiter mit Werbung", "Besuchen Sie uns wie gewohnt mit Werbung und Cookies. Die Einwilligung gilt auch für die Weitergabe an Partner in Ländern ohne gleichen Schutz.",
			"Oder lesen Sie ohne Cookies im reinen Abo für 4,99 Euro im Monat, jederzeit kündbar.", "Zustimmen und weiter"},
		"fr": {"Nous respectons votre vie privée", "Avec nos 214 partenaires, nous utilisons des cookies pour conserver et lire des informations sur votre appareil, mesurer l’audience et afficher des annonces qui vous ressemblent.",
			"Vous pouvez accepter, refuser, ou changer d’avis à tout moment au bas de chaque page, sous le titre données personnelles.", "Tout accepter"},
		"fr continue": {"Le respect de vos choix", "En poursuivant, vous permettez à nos partenaires de déposer des traceurs sur votre terminal, afin de mesurer votre consentement et vos lectures.",
			"Certains partenaires ne demandent pas votre consentement et invoquent un intérêt légitime.", "Accepter & Fermer"},
		"es": {"Tu privacidad nos importa", "Nosotros y nuestros 214 socios guardamos información en tu dispositivo, como cookies, para medir lo que lees y mostrarte anuncios a tu medida.",
			"Puedes aceptar el tratamiento de tus datos, o rechazarlo, y cambiar de idea cuando quieras al pie de la página.", "Aceptar y continuar"},
		"it": {"Rispettiamo la tua privacy", "Noi e i nostri 214 fornitori archiviamo informazioni sul tuo dispositivo, come i cookie, per misurare ciò che leggi e mostrarti annunci adatti.",
			"Puoi dare il consenso, rifiutarlo o modificarlo quando vuoi in fondo alla pagina.", "Accetta e chiudi"},
		"nl": {"Wij geven om je privacy", "Samen met 214 partners bewaren we gegevens op je apparaat, zoals cookies, om te meten wat je leest en je advertenties te tonen die bij je passen.",
			"Je kunt toestemming geven, weigeren, of later onder aan de pagina van gedachten veranderen.", "Alles accepteren"},
		"pl": {"Szanujemy twoją prywatność", "My i nasi 214 partnerzy przechowujemy na urządzeniu informacje, takie jak pliki cookie, aby mierzyć, co czytasz, i pokazywać dopasowane reklamy.",
			"Możesz wyrazić zgodę, odmówić lub zmienić zdanie w każdej chwili na dole strony, w polityce prywatności.", "Akceptuję wszystkie"},
		"pt": {"A sua privacidade é importante", "Nós e os nossos 214 parceiros guardamos informações no seu dispositivo, como cookies, para medir o que lê e mostrar anúncios à sua medida.",
			"Pode dar o seu consentimento, recusá-lo ou mudar de ideias no fim da página.", "Aceitar tudo"},
		"sv": {"Vi värnar om din integritet", "Vi och våra 214 partner lagrar uppgifter på din enhet, till exempel kakor (cookies), för att mäta vad du läser och visa annonser som passar dig.",
			"Du kan samtycka, säga nej eller ändra dig längst ned på sidan, där våra cookies beskrivs.", "Godkänn alla"},
		"ru": {"Мы ценим вашу конфиденциальность", "Мы и наши партнёры храним на вашем устройстве файлы cookie, чтобы измерять, что вы читаете, и показывать подходящую рекламу.",
			"Вы можете дать согласие на обработку персональных данных или отказаться от неё внизу страницы.", "Принять все"},
		"uk": {"Ми цінуємо вашу приватність", "Ми та наші партнери зберігаємо на вашому пристрої файли cookie, щоб вимірювати, що ви читаєте, і показувати відповідну рекламу.",
			"Ви можете дати згоду на обробку персональних даних або відмовитися від неї внизу сторінки.", "Прийняти все"},
		"tr": {"Gizliliğinize önem veriyoruz", "Biz ve 214 ortağımız, okuduklarınızı ölçmek ve size uygun reklamlar göstermek için cihazınızda çerezler gibi bilgiler saklıyoruz.",
			"Kişisel verilerinizin işlenmesine onay verebilir, reddedebilir ya da sayfanın altında fikrinizi değiştirebilirsiniz.", "Tümünü kabul et"},
		"en": {"We value your privacy", "We and our 214 partners store information on your device, such as cookies, to measure what you read and to show advertisements that suit you.",
			"Some partners do not ask for your consent and rely on a legitimate interest, to which you may object at the foot of every page.", "Accept all"},
	} {
		t.Run(lang, func(t *testing.T) {
			layer := fmt.Sprintf(`<div class="q1"><div class="q2"><p class="q3">%s</p><p>%s</p><p>%s</p><div class="q4"><button>%s</button></div></div></div>`, c[0], c[1], c[2], c[3])
			page := fmt.Sprintf(`<!doctype html><html lang="%s"><head><title>Tarn 1874 Nedder</title></head><body>%s<div class="q5">`+body+`</div></body></html>`, lang[:2], layer, "Tarn 1874 Nedder")
			for _, page := range []string{page, strings.ReplaceAll(strings.ReplaceAll(page, "<button>", `<a href="#" class="q6">`), "</button>", "</a>")} {
				r := Read(t.Context(), File{Name: "a.html", Data: []byte(page)}, Limits{})
				if len(r.Reports) != 1 || !strings.Contains(r.Reports[0].Text, "Perrin Vasko") || !strings.Contains(r.Reports[0].Text, "Ida Brenk") {
					t.Fatalf("%v", r)
				}
				for _, words := range c[:3] {
					if strings.Contains(r.Reports[0].Text, words) {
						t.Errorf("taken: %s", words)
					}
				}
			}
		})
	}
}
