#include "support/site/import_files.h"

#include <cstdlib>
#include <fstream>

namespace doorstep::test {

std::filesystem::path ImportFiles::write(std::string const& name, std::string const& content) {
    auto const path = site_.folder() / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

std::vector<std::string> ImportFiles::problem_words() const {
    std::vector<std::string> words;
    for (auto const& problem : problems)
        words.push_back(std::to_string(problem.line) + (problem.is_taken ? " taken: " : ": ") +
                        problem.reason);
    return words;
}

std::filesystem::path ImportFiles::shared(std::string const& path) {
    auto const* set = std::getenv("DOORSTEP_SHARED_DATA");
    auto const found = (set ? std::filesystem::path(set) : std::filesystem::path("../shared/data")) / path;
    return std::filesystem::exists(found) ? found : std::filesystem::path();
}

}  // namespace doorstep::test
