#pragma once

#include <string>
#include <vector>

namespace doorstep::test {

/// What a program makes of a file, for tests of documents: it runs in a folder of its own beside the file
/// `name`, and writes to the file "text".
std::string output_of(std::string const& program, std::vector<std::string> arguments, std::string const& name,
                      std::string const& content);
/// The same with each stretch of white space as one space.
std::string folded_output_of(std::string const& program, std::vector<std::string> arguments,
                             std::string const& name, std::string const& content);

}  // namespace doorstep::test
