#pragma once

#include <string_view>

namespace doorstep::fuzz {

/// Each reads the bytes as hostile input and throws std::logic_error when a promise of the code under test is
/// broken. libFuzzer calls them with what it invents (cmake --preset fuzz), a normal test with the corpus
/// beside this file.
void multipart(std::string_view input);
void form(std::string_view input);
void cookies(std::string_view input);
void range(std::string_view input);
void request_head(std::string_view input);
void target(std::string_view input);
void csv(std::string_view input);
void moments(std::string_view input);
void standards(std::string_view input);
void words(std::string_view input);

/// A promise.
void expect(bool holds, char const* promise);

}  // namespace doorstep::fuzz
