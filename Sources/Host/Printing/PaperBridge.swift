import Circulation
import Paper
import Words

/// A document as a printer's bytes, in the document's own language.
func paperBytes(_ document: Document, profile: PrinterProfile, words: Words) -> [UInt8] {
    let language =
        switch document {
        case .receipt(let receipt): receipt.language
        }
    let paper = PaperWords(isRightToLeft: words.direction(of: language) == .rightToLeft) { message in
        words.text(message, in: language, plain: true)
    } date: { day in
        words.date(day, in: language, withYear: true)
    }
    return ESCPOS.bytes(PaperText(document, columns: profile.columns, words: paper), for: profile).bytes
}
