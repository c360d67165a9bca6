#include "pages/file_words.h"

#include "domain/files/received_file.h"

namespace doorstep::pages {
namespace {

using usecases::files::Trouble;

std::string sentence(usecases::files::FileProblem const& problem, usecases::files::Limits const& limits,
                     bool welsh) {
    auto const& name = problem.filename;
    auto const size = domain::files::size_words(limits.bytes);
    switch (problem.trouble) {
        case Trouble::too_big:
            return welsh ? "Rhaid i " + name + " fod yn llai na " + size
                         : name + " must be smaller than " + size;
        case Trouble::too_many:
            return welsh ? "Ni ellid ychwanegu " + name + ": gallwch ychwanegu hyd at " +
                               std::to_string(limits.files) + " o ffeiliau"
                         : name + " could not be added: you can add up to " + std::to_string(limits.files) +
                               " files";
        case Trouble::empty:
            return welsh ? "Mae " + name + " yn wag" : name + " is empty";
        case Trouble::not_taken:
            return welsh ? "Ni allwn gymryd " + name +
                               ": dewiswch lun, recordiad sain neu fideo, PDF neu ddogfen Word"
                         : "We cannot take " + name +
                               ": choose a photo, a sound or video recording, a PDF or a Word document";
    }
    return {};
}

}  // namespace

std::vector<usecases::files::Upload> uploads_of(http::Request const& request, std::string_view field) {
    std::vector<usecases::files::Upload> uploads;
    for (auto const& file : request.files)
        if (file.field == field)
            uploads.push_back(
                {.path = file.path, .filename = file.filename, .size = file.size, .sha256 = file.sha256});
    return uploads;
}

std::string limit_words(usecases::files::Limits const& limits, http::Language language) {
    auto const size = domain::files::size_words(limits.bytes);
    auto const count = std::to_string(limits.files);
    return language == http::Language::welsh
               ? "Lluniau, recordiadau sain neu fideo, PDF a dogfennau Word. Pob ffeil hyd at " + size +
                     ", " + count + " ffeil ar y mwyaf"
               : "Photos, sound or video recordings, PDFs and Word documents. Each file up to " + size +
                     ", " + count + " files at most";
}

std::vector<Problem> problems_in_words(std::vector<usecases::files::FileProblem> const& problems,
                                       std::string_view field, usecases::files::Limits const& limits,
                                       http::Language language) {
    std::vector<Problem> sentences;
    for (auto const& problem : problems)
        sentences.push_back(
            {std::string(field), sentence(problem, limits, language == http::Language::welsh)});
    return sentences;
}

}  // namespace doorstep::pages
