// SPDX-License-Identifier: Apache-2.0

#if Network
/// What shells need beside the scripts of the argument parser.
///
/// To bash `Down:JobReferenceList/@Nightly` is five words; and to all but fish, an input such as `job=` is a whole word.
enum CompletionScript {
    /// The script as it is asked for, with what it lacks; any other text as it is.
    static func completing(_ script: String, for arguments: [String]) -> String {
        switch arguments.joined(separator: "=") {
        case "--generate-completion-script=bash": script + "\n" + bash
        case "--generate-completion-script=zsh":
            script.replacing(/(?m)^__emwalk_complete\(\) \{$/, with: { "\($0.output)\n\(zsh)" })
        default: script
        }
    }

    /// Where values follow, no blank does.
    private static let zsh = #"""
            local -ar open=("${(M)@:#*=}")
            if [[ "${#open[@]}" -gt 0 ]]; then compadd -S '' -- "${open[@]}"; fi
            set -- "${@:#*=}"
        """#

    private static let bash = #"""
        # Link paths have : and @ in them, where bash cuts words: they are put together again, and of what is offered only
        # the part is handed back that bash will replace.
        __emwalk_whole_words() {
            local rest="${COMP_LINE}" word
            local -a words=()
            local -i index=-1 current=0 i
            for i in "${!COMP_WORDS[@]}"; do
                word="${COMP_WORDS[${i}]}"
                if [[ "${index}" -ge 0 && -n "${word}" && "${rest}" = "${word}"* ]]; then
                    words[index]+="${word}"
                else
                    index+=1
                    words[index]="${word}"
                fi
                if [[ "${i}" -eq "${COMP_CWORD}" ]]; then current="${index}"; fi
                rest="${rest#"${rest%%[![:space:]]*}"}"
                rest="${rest#"${word}"}"
            done
            local -r whole="${words[${current}]}"
            local cur="${whole}" kept=''
            case "${whole}" in
            [\'\"]*) cur="${2}" ;;
            *[:@=]) kept="${whole}" ;;
            *)
                kept="${whole%"${2}"}"
                cur="${cur//\\/}"
                ;;
            esac
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD="${current}"
            _emwalk "${1}" "${cur}" "${words[$((current > 0 ? current - 1 : 0))]}"
            COMPREPLY=("${COMPREPLY[@]#"${kept}"}")
            # A path may go on behind a slash, and an input with its value.
            if [[ "${#COMPREPLY[@]}" -gt 0 && "${COMPREPLY[0]}" = *= ]]; then
                compopt +o filenames -o nospace
            elif [[ "${#COMPREPLY[@]}" -eq 1 && "${whole}${COMPREPLY[0]}" = *[:@]* ]]; then
                compopt -o nospace
            fi
        }

        complete -o filenames -F __emwalk_whole_words emwalk
        """#
}
#endif
