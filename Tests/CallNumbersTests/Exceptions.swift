/// Rows that are deliberately not followed, each with its reason.
enum Exceptions {
    static func reason(_ row: VectorRow, _ rows: [VectorRow]) -> String? {
        if row.opts?.isCaseSensitive == true {
            return "An option that tells capital from small letters: shelves do not."
        }
        if row.opts?.isPunctuationSignificant == true {
            return "An option that files by blanks and marks: two ways to write one number have one place here."
        }
        switch row.kind {
        case "reject": return rejection(row)
        case "order":
            if row.after == "BF1999 Aarons" {
                return "solrmarc files words behind cutters; nothing before something, as in Lcsort's rows, is kept."
            }
            if row.scheme == "undoc", (row.before ?? "").hasPrefix("HR/PUB/1998") || (row.after ?? "").hasSuffix("/III")
            {
                return "United Nations documents have years of two digits and Roman numbers; they have no scheme here."
            }
            return nil
        case "sortkey":
            return row.input == ".... ....." ? "Koha files what it cannot read first; we file it last." : nil
        case "lines_observed":
            let isAskedOtherwise = rows.contains {
                $0.kind == "lines" && $0.scheme == row.scheme && $0.input == row.input && $0.lines != row.lines
            }
            let isBad = row.judgement?.hasPrefix("bad") == true
            return isAskedOtherwise && !isBad ? "A tool's output that another row asks to be better." : nil
        default: return nil
        }
    }

    private static func rejection(_ row: VectorRow) -> String? {
        switch (row.scheme, row.input) {
        case ("lc", "A1"), ("lc", "A 1"): "A class without a cutter is on real shelves, and other rows take it: QA76."
        case ("lc", "A1111.11111 .A1 A1"): "Five decimals and more are in the schedule and in other rows: R 241.230001."
        case ("dewey", "1"), ("dewey", "100"):
            "A number without an author is on real shelves, and other rows take it: 973."
        case ("dewey", "100 .A1"):
            "A dot before a Dewey cutter is what Stanford writes, and other rows take it: 123 .M3."
        default: nil
        }
    }
}
