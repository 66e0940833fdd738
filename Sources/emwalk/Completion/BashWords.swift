// SPDX-License-Identifier: Apache-2.0

#if Network
/// What bash needs beside the script of the argument parser: to it `Down:JobReferenceList/@Nightly` is five words.
enum BashWords {
    /// The script as it is, with words put together before it sees them, where bash is asked for.
    static func completing(_ script: String, for arguments: [String]) -> String {
        guard
            arguments == ["--generate-completion-script", "bash"] || arguments == ["--generate-completion-script=bash"]
        else { return script }
        return script + "\n" + wrapper
    }

    private static let wrapper = #"""
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
            # A path may go on behind a slash.
            if [[ "${#COMPREPLY[@]}" -eq 1 && "${whole}${COMPREPLY[0]}" = *[:@]* ]]; then compopt -o nospace; fi
        }

        complete -o filenames -F __emwalk_whole_words emwalk
        """#
}
#endif
