# doorstep_embed(<name> DIRECTORIES <dir>... TARGET <target>)
# Links every file of the directories into the program with .incbin (docs/adr/2026-11-21-embedded-files.md).
# scripts/embed.py writes one assembler file and a table; base/embedded.h reads it.
function(doorstep_embed name)
    cmake_parse_arguments(ARG "" "TARGET" "DIRECTORIES" ${ARGN})
    set(files)
    foreach(directory IN LISTS ARG_DIRECTORIES)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${directory}/*)
        list(APPEND files ${found})
    endforeach()
    set(output ${PROJECT_BINARY_DIR}/embedded_${name}.S)
    add_custom_command(
        OUTPUT ${output}
        COMMAND python3 ${PROJECT_SOURCE_DIR}/scripts/embed.py --root ${PROJECT_SOURCE_DIR} --output ${output}
                ${ARG_DIRECTORIES}
        DEPENDS ${files} ${PROJECT_SOURCE_DIR}/scripts/embed.py
        COMMENT "Embedding ${ARG_DIRECTORIES}")
    add_library(${ARG_TARGET} STATIC ${output})
    set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${files}")
endfunction()
