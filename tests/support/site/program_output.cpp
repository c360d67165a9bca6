#include "support/site/program_output.h"

#include <cctype>

#include "base/private_folder.h"
#include "gateways/child_program.h"

namespace doorstep::test {

std::string output_of(std::string const& program, std::vector<std::string> arguments, std::string const& name,
                      std::string const& content) {
    PrivateFolder const folder;
    folder.write(name, content);
    gateways::run_child_program({.program = *gateways::find_program({program}),
                                 .arguments = std::move(arguments),
                                 .folder = folder.path()});
    return folder.read("text");
}

std::string folded_output_of(std::string const& program, std::vector<std::string> arguments,
                             std::string const& name, std::string const& content) {
    std::string folded;
    for (char const c : output_of(program, std::move(arguments), name, content))
        if (!std::isspace(static_cast<unsigned char>(c)))
            folded += c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    return folded;
}

}  // namespace doorstep::test
