#pragma once

#include <string>
#include <vector>

/// The Big List of Naughty Strings (M. Woolf): what people and machines type that breaks careless programs.
namespace doorstep::test {

/// Empty where the list is not at hand.
std::vector<std::string> const& naughty_strings();

/// Line ends or other control characters, tabs excepted: what a field of one line refuses.
bool breaks_a_line(std::string_view text);

enum class Lines { one, many };

/// Several strings in one answer of at most `at_most` characters, the next ones at each call, round and
/// round. Starts with `mark`, so that no two answers are alike.
class Answers {
  public:
    std::string next(Lines lines, std::size_t at_most, std::string const& mark);
    /// Every string at once.
    static std::string all(Lines lines, std::string const& mark);

  private:
    std::size_t at_ = 0;
};

}  // namespace doorstep::test
