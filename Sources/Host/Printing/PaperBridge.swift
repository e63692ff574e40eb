import Circulation
import Paper
import Words

func paperBytes(_ document: Document, profile: PrinterProfile, words: Words) -> [UInt8] { [] }
func slipTexts(_ bytes: [UInt8]) -> [String] { [] }
