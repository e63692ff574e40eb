import Circulation
import Kiosk
import Words

// MARK: What can be pressed

extension ViewMaker {
    /// The screen's own buttons, in the order of the display. The overlay's, the languages' and the PIN's are
    /// elsewhere in the view.
    var screenChoices: [Scene.Offer] {
        scene.offers.filter { offer in
            switch offer.choice {
            case .stay, .leave, .typePIN, .language: false
            case .finish, .cancel, .returnInstead, .returnBooks, .understood, .help, .paper, .noPaper, .nextCard: true
            }
        }
    }

    var languageChoices: [View.LanguageButton] {
        scene.offers.compactMap { offer in
            guard case .language(let code) = offer.choice else { return nil }
            return View.LanguageButton(
                token: offer.token, code: code, label: words.text(Message(.languageName), in: code))
        }
    }

    var over: View.Over? {
        guard case .warning(let secondsLeft, let of, let hasLoans)? = scene.overlay else { return nil }
        let left = max(0, secondsLeft - elapsed)
        let choices = scene.offers.filter { $0.choice == .stay || $0.choice == .leave }
        return View.Over(
            kind: "warning", title: text(.warningTitle), more: hasLoans ? text(.warningMore) : nil, secondsLeft: left,
            of: of, unit: text(.seconds, ["n": .number(left)]), choices: choices.map(button))
    }

    func button(_ offer: Scene.Offer) -> View.Button {
        let look = look(of: offer.choice)
        return View.Button(
            token: offer.token, name: look.name, label: text(look.label), main: look.isMain, picture: look.picture)
    }

    private struct Look {
        var name: String
        var label: Phrase
        var isMain = false
        var picture: String?
    }

    private func look(of choice: Choice) -> Look {
        switch choice {
        case .finish: Look(name: "finish", label: .finish, isMain: true)
        case .cancel: Look(name: "cancel", label: .cancel)
        case .returnInstead: Look(name: "returnInstead", label: .booksReturn)
        case .returnBooks: Look(name: "returnBooks", label: .restReturn, isMain: scene.screen.name == .outOfOrder)
        case .understood: Look(name: "understood", label: .understood, isMain: true)
        case .help: Look(name: "help", label: .help)
        case .paper: Look(name: "paper", label: .receiptPaper, picture: "slip")
        case .noPaper: Look(name: "noPaper", label: .receiptNone, picture: "none")
        case .nextCard: Look(name: "nextCard", label: .nextCard)
        case .stay: Look(name: "stay", label: .warningStay, isMain: true)
        case .leave: Look(name: "done", label: .warningDone)
        // These two are pressed elsewhere on the page: the keys of the PIN, and the names of the languages.
        case .typePIN: Look(name: "pin", label: .pinNext)
        case .language: Look(name: "language", label: .languageName)
        }
    }
}
