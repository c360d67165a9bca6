#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/site/test_site.h"
#include "usecases/imports/importer.h"

/// For tests of imports: files in a test's own folder, and every row that was listed.
namespace doorstep::test {

class ImportFiles {
  public:
    explicit ImportFiles(TestSite& site) : site_(site) {}

    std::filesystem::path write(std::string const& name, std::string const& content);
    usecases::imports::ImportOptions options(std::filesystem::path file) {
        usecases::imports::ImportOptions made;
        made.file = std::move(file);
        made.on_problem = [this](usecases::imports::RowProblem const& problem) {
            problems.push_back(problem);
        };
        return made;
    }
    /// "3: \"MK\" is not a postcode"
    std::vector<std::string> problem_words() const;
    std::vector<usecases::imports::RowProblem> problems;

    /// A file of the shared data; empty when it is not here.
    static std::filesystem::path shared(std::string const& path);

  private:
    TestSite& site_;
};

}  // namespace doorstep::test
