package report

const goldmarkVersion = "v1.8.7"

func extractMarkdown(body string) extract { return extractPlain(body) }
